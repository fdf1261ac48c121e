<?php

declare(strict_types=1);

namespace Plasm\Exception;

/** One broken rule of a document: where, what stood there, what would be right. */
final class Violation
{
    public function __construct(
        /** JSON pointer (RFC 6901); '' is the document itself. */
        public readonly string $pointer,
        /** The rule, as a sentence: "must be an integer from 1 to 16". */
        public readonly string $rule,
        /** The offending value as JSON text, cut to 80 characters; null where a member is missing. */
        public readonly ?string $value = null,
    ) {
    }

    public function __toString(): string
    {
        $where = $this->pointer === '' ? 'the document' : $this->pointer;

        return $where . ' ' . $this->rule . ($this->value === null ? '' : ', not ' . $this->value);
    }
}
