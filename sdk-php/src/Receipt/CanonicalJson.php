<?php

declare(strict_types=1);

namespace Plasm\Receipt;

use Plasm\Exception\JsonInvalid;

/**
 * Writes the one canonical form (JCS, RFC 8785) of a value of the strict JSON profile, so that equal values have
 * equal bytes and equal digests. The profile's keys are ASCII, so byte order is RFC 8785's order of code units.
 */
final class CanonicalJson
{
    private const ESCAPES = [
        '"' => '\"', '\\' => '\\\\', "\x08" => '\b', "\t" => '\t', "\n" => '\n', "\x0c" => '\f', "\r" => '\r',
    ];

    /**
     * `$value` is null, bool, int, string, a list, or an stdClass of those.
     *
     * @throws JsonInvalid where a value is outside the profile
     */
    public static function encode(mixed $value): string
    {
        return self::write($value, 0);
    }

    private static function write(mixed $value, int $depth): string
    {
        if ($depth > StrictJson::MAX_DEPTH) {
            throw new JsonInvalid('must be at most ' . StrictJson::MAX_DEPTH . ' levels deep');
        }

        return match (true) {
            $value === null => 'null',
            is_bool($value) => $value ? 'true' : 'false',
            is_int($value) => self::integer($value),
            is_string($value) => self::string($value),
            $value instanceof \stdClass => self::object($value, $depth + 1),
            is_array($value) && array_is_list($value) => self::list($value, $depth + 1),
            default => throw new JsonInvalid('must be null, a boolean, an integer, a string, a list or an object, not '
                . get_debug_type($value)),
        };
    }

    private static function integer(int $value): string
    {
        if ($value > StrictJson::MAX_INTEGER || $value < -StrictJson::MAX_INTEGER) {
            throw new JsonInvalid("must be an integer within ±9007199254740991, not $value");
        }

        return (string) $value;
    }

    private static function string(string $value): string
    {
        if (preg_match('//u', $value) !== 1) {
            throw new JsonInvalid('strings must be UTF-8');
        }
        $escaped = preg_replace_callback(
            '/["\\\\\x00-\x1f]/',
            static fn (array $match): string => self::ESCAPES[$match[0]] ?? sprintf('\u%04x', ord($match[0])),
            $value,
        );

        return '"' . $escaped . '"';
    }

    private static function object(\stdClass $value, int $depth): string
    {
        $members = get_object_vars($value);
        ksort($members, SORT_STRING);
        $parts = [];
        foreach ($members as $key => $member) {
            if (preg_match('/^[A-Za-z_][A-Za-z0-9_]*$/D', (string) $key) !== 1) {
                throw new JsonInvalid('keys must be letters, digits and underscores, not beginning with a digit');
            }
            $parts[] = '"' . $key . '":' . self::write($member, $depth);
        }

        return '{' . implode(',', $parts) . '}';
    }

    /** @param list<mixed> $value */
    private static function list(array $value, int $depth): string
    {
        $parts = [];
        foreach ($value as $item) {
            $parts[] = self::write($item, $depth);
        }

        return '[' . implode(',', $parts) . ']';
    }
}
