<?php

declare(strict_types=1);

namespace Plasm\Transport;

/** Reads server-sent events (WHATWG HTML, section 9.2) from chunks cut anywhere. */
final class ServerSentEvents
{
    /**
     * @param iterable<string> $chunks
     *
     * @return \Generator<int, array{string, string}> type and data of each event; one that is cut off is dropped
     */
    public static function read(iterable $chunks): \Generator
    {
        $rest = '';
        [$type, $data] = ['message', []];
        foreach ($chunks as $chunk) {
            $rest .= $chunk;
            $lines = explode("\n", $rest);
            $rest = array_pop($lines);
            foreach ($lines as $line) {
                $line = rtrim($line, "\r");
                if ($line === '') {
                    if ($data !== []) {
                        yield [$type, implode("\n", $data)];
                    }
                    [$type, $data] = ['message', []];
                    continue;
                }
                [$field, $value] = explode(':', $line, 2) + [1 => ''];
                $value = str_starts_with($value, ' ') ? substr($value, 1) : $value;
                if ($field === 'event') {
                    $type = $value;
                } elseif ($field === 'data') {
                    $data[] = $value;
                }
            }
        }
    }
}
