<?php

declare(strict_types=1);

namespace Plasm;

/** One numbered event of a job. The types and their data are those of JobEvent in schemas/api.schema.json. */
final class Event
{
    public function __construct(
        /** From 1, without gaps. */
        public readonly int $sequence,
        /** Milliseconds since 1970 UTC, by the daemon's clock. */
        public readonly int $at,
        /** `queued`, `placing`, `peer`, `attempt`, `started`, `progress`, `output`, `receipt`, `settled`, … */
        public readonly string $type,
        public readonly \stdClass $data,
    ) {
    }
}
