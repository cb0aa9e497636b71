import { aspnetCore } from './aspnet-core';
import { django } from './django';
import { express } from './express';
import { fastapi } from './fastapi';
import { fastify } from './fastify';
import { flask } from './flask';
import type { Framework, FrameworkId } from './framework';
import { go } from './go';
import { koa } from './koa';
import { laravel } from './laravel';
import { nextjs } from './nextjs';
import { nginx } from './nginx';
import { php } from './php';
import { rails } from './rails';
import { spring } from './spring';

/** Every framework we know a setting for. */
export const frameworks: Readonly<Record<FrameworkId, Framework>> = {
  express,
  fastify,
  koa,
  nextjs,
  django,
  flask,
  fastapi,
  rails,
  laravel,
  php,
  spring,
  'aspnet-core': aspnetCore,
  go,
  nginx,
};
