#!/bin/sh
exec /usr/lib/plasm/node /usr/lib/plasm/plasm.mjs "$@"
