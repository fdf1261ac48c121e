<?php

declare(strict_types=1);

namespace Plasm\Exception;

/** Not a digest of the form `sha256:` and 64 hex digits in lower case. */
final class InvalidDigest extends CodedException
{
    public function __construct(string $message, ?\Throwable $previous = null)
    {
        parent::__construct('DIGEST_INVALID', $message, $previous);
    }
}
