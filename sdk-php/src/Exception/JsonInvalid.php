<?php

declare(strict_types=1);

namespace Plasm\Exception;

/** Bytes that are not in the strict JSON profile; the message says where and what. */
final class JsonInvalid extends CodedException
{
    public function __construct(string $message, ?\Throwable $previous = null)
    {
        parent::__construct('JSON_INVALID', $message, $previous);
    }
}
