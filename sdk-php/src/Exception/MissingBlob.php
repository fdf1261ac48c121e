<?php

declare(strict_types=1);

namespace Plasm\Exception;

/** The daemon lacks bytes that the manifest names by digest, and the manifest does not say where to read them. */
final class MissingBlob extends CodedException
{
    /** @param list<string> $digests what is missing, as `sha256:<hex>` */
    public function __construct(
        string $message,
        public readonly array $digests,
        ?\Throwable $previous = null,
    ) {
        parent::__construct('BLOB_NOT_FOUND', $message, $previous);
    }
}
