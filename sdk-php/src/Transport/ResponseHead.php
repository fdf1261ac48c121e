<?php

declare(strict_types=1);

namespace Plasm\Transport;

/** @internal collects the status and headers of one answer, line by line */
final class ResponseHead
{
    public int $status = 0;

    /** @var array<string, string> names in lower case */
    public array $headers = [];

    public bool $isComplete = false;

    /** @return int the line's length: what curl wants to hear */
    public function read(string $line): int
    {
        $text = trim($line);
        if (preg_match('~^HTTP/[0-9.]+ ([0-9]{3})~', $text, $match) === 1) {
            [$this->status, $this->headers] = [(int) $match[1], []];
        } elseif ($text === '') {
            $this->isComplete = $this->status >= 200; // A 1xx head is followed by the true one.
        } else {
            [$name, $value] = explode(':', $text, 2) + [1 => ''];
            $this->headers[strtolower($name)] = trim($value);
        }

        return strlen($line);
    }
}
