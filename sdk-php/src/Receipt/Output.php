<?php

declare(strict_types=1);

namespace Plasm\Receipt;

/** One output of a run: what `sha256sum` and `wc -c` would say of it. */
final class Output
{
    public function __construct(
        /** `sha256:<hex>`. */
        public readonly string $digest,
        public readonly int $bytes,
    ) {
    }
}
