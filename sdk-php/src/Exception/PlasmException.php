<?php

declare(strict_types=1);

namespace Plasm\Exception;

/** Marks everything that this SDK throws of its own: catch it to catch them all. */
interface PlasmException extends \Throwable
{
    /** A stable code, the same that the daemon uses for the same fault (docs/errors.md): 'SIGNATURE_INVALID'. */
    public function errorCode(): string;
}
