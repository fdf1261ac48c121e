<?php

declare(strict_types=1);

namespace Plasm\Exception;

/** What the SDK's exceptions share: a stable code beside the sentence for people. */
abstract class CodedException extends \RuntimeException implements PlasmException
{
    public function __construct(
        public readonly string $errorCode,
        string $message,
        ?\Throwable $previous = null,
    ) {
        parent::__construct($message, 0, $previous);
    }

    final public function errorCode(): string
    {
        return $this->errorCode;
    }
}
