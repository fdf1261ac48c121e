<?php

declare(strict_types=1);

namespace Plasm\Receipt;

use Plasm\Exception\JsonInvalid;

/**
 * Reads plasm's strict JSON profile (docs/manifest.md): UTF-8 without byte order mark or lone surrogates, object
 * keys `[A-Za-z_][A-Za-z0-9_]*`, integers within ±(2^53-1) and no other numbers (`-0`, `1.0`, `1e3` are refused),
 * at most 32 levels deep, no key twice. json_decode() would keep the last of two equal keys and accept `1.0`:
 * two readers could then see two documents in the bytes of one signature.
 */
final class StrictJson
{
    public const MAX_DEPTH = 32;
    public const MAX_INTEGER = 9007199254740991;

    private const WHITESPACE = " \t\n\r";
    private const ESCAPES = [
        '"' => '"', '\\' => '\\', '/' => '/', 'b' => "\x08", 'f' => "\x0c", 'n' => "\n", 'r' => "\r", 't' => "\t",
    ];

    private int $at = 0;

    private int $values = 0;

    private function __construct(private readonly string $bytes, private readonly int $maxValues)
    {
    }

    /**
     * The document's value: objects as stdClass, arrays as lists, integers as int.
     *
     * @param int $maxValues how many values it may have, arrays and objects counted
     *
     * @throws JsonInvalid with the byte offset of the fault
     */
    public static function parse(string $bytes, int $maxValues = PHP_INT_MAX): mixed
    {
        if (str_starts_with($bytes, "\xEF\xBB\xBF")) {
            throw new JsonInvalid('byte 0: must not begin with a byte order mark');
        }
        if (preg_match('//u', $bytes) !== 1) {
            throw new JsonInvalid('must be UTF-8 without lone surrogates');
        }
        $reader = new self($bytes, $maxValues);
        $value = $reader->value(0);
        $reader->skipWhitespace();
        if ($reader->at !== strlen($bytes)) {
            throw $reader->fault('must end after one value');
        }

        return $value;
    }

    private function value(int $depth): mixed
    {
        $this->skipWhitespace();
        if (++$this->values > $this->maxValues) {
            throw $this->fault("must have at most $this->maxValues values");
        }
        $first = $this->bytes[$this->at] ?? '';

        return match (true) {
            $first === '{' => $this->object($depth + 1),
            $first === '[' => $this->array($depth + 1),
            $first === '"' => $this->string(),
            $first === '-', $first >= '0' && $first <= '9' => $this->integer(),
            default => $this->literal(),
        };
    }

    private function object(int $depth): \stdClass
    {
        $this->enter($depth);
        $object = new \stdClass();
        if ($this->closes('}')) {
            return $object;
        }
        do {
            $this->skipWhitespace();
            $start = $this->at;
            if (($this->bytes[$start] ?? '') !== '"') {
                throw $this->fault('must be a key in double quotes');
            }
            $key = $this->string();
            if (preg_match('/^[A-Za-z_][A-Za-z0-9_]*$/D', $key) !== 1) {
                $this->at = $start;
                throw $this->fault('keys must be letters, digits and underscores, not beginning with a digit');
            }
            if (property_exists($object, $key)) {
                $this->at = $start;
                throw $this->fault("the key \"$key\" must not stand twice in one object");
            }
            $this->skipWhitespace();
            if (($this->bytes[$this->at] ?? '') !== ':') {
                throw $this->fault('must be a colon after a key');
            }
            $this->at++;
            $object->{$key} = $this->value($depth);
        } while ($this->continues('}'));

        return $object;
    }

    /** @return list<mixed> */
    private function array(int $depth): array
    {
        $this->enter($depth);
        $list = [];
        if ($this->closes(']')) {
            return $list;
        }
        do {
            $list[] = $this->value($depth);
        } while ($this->continues(']'));

        return $list;
    }

    private function string(): string
    {
        $this->at++;
        $text = '';
        while (true) {
            $plain = strcspn($this->bytes, "\"\\\x00\x01\x02\x03\x04\x05\x06\x07\x08\x09\x0a\x0b\x0c\x0d\x0e\x0f"
                . "\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1a\x1b\x1c\x1d\x1e\x1f", $this->at);
            $text .= substr($this->bytes, $this->at, $plain);
            $this->at += $plain;
            $stop = $this->bytes[$this->at] ?? '';
            if ($stop === '"') {
                $this->at++;

                return $text;
            }
            if ($stop !== '\\') {
                throw $this->fault($stop === '' ? 'the string must be closed' : 'control characters must be escaped');
            }
            $text .= $this->escape();
        }
    }

    private function escape(): string
    {
        $letter = $this->bytes[$this->at + 1] ?? '';
        if (isset(self::ESCAPES[$letter])) {
            $this->at += 2;

            return self::ESCAPES[$letter];
        }
        $unit = $this->codeUnit($this->at);
        if ($unit >= 0xDC00 && $unit <= 0xDFFF) {
            throw $this->fault('must not be a lone surrogate');
        }
        if ($unit < 0xD800 || $unit > 0xDBFF) {
            $this->at += 6;

            return self::utf8($unit);
        }
        $second = ($this->bytes[$this->at + 6] ?? '') === '\\' ? $this->codeUnit($this->at + 6) : 0;
        if ($second < 0xDC00 || $second > 0xDFFF) {
            throw $this->fault('must not be a lone surrogate');
        }
        $this->at += 12;

        return self::utf8(0x10000 + (($unit - 0xD800) << 10) + ($second - 0xDC00));
    }

    private function codeUnit(int $offset): int
    {
        if (preg_match('/\G\\\\u([0-9A-Fa-f]{4})/', $this->bytes, $match, 0, $offset) !== 1) {
            $this->at = $offset;
            throw $this->fault('must be one of the escapes \" \\\\ \/ \b \f \n \r \t \uXXXX');
        }

        return (int) hexdec($match[1]);
    }

    private function integer(): int
    {
        preg_match('/\G[-+0-9.eE]+/', $this->bytes, $match, 0, $this->at);
        $text = $match[0];
        if (preg_match('/^-?(?:0|[1-9][0-9]*)$/D', $text) !== 1 || $text === '-0') {
            throw $this->fault("must be an integer in plain digits, not $text");
        }
        $value = strlen($text) <= 17 ? (int) $text : PHP_INT_MAX;
        if ($value > self::MAX_INTEGER || $value < -self::MAX_INTEGER) {
            throw $this->fault('must be an integer within ±9007199254740991');
        }
        $this->at += strlen($text);

        return $value;
    }

    private function literal(): ?bool
    {
        foreach (['true' => true, 'false' => false, 'null' => null] as $word => $value) {
            if (substr_compare($this->bytes, $word, min($this->at, strlen($this->bytes)), strlen($word)) === 0) {
                $this->at += strlen($word);

                return $value;
            }
        }
        throw $this->fault($this->at >= strlen($this->bytes) ? 'must not end here' : 'must be a JSON value');
    }

    private function enter(int $depth): void
    {
        if ($depth > self::MAX_DEPTH) {
            throw $this->fault('must be at most ' . self::MAX_DEPTH . ' levels deep');
        }
        $this->at++;
    }

    private function closes(string $bracket): bool
    {
        $this->skipWhitespace();
        if (($this->bytes[$this->at] ?? '') !== $bracket) {
            return false;
        }
        $this->at++;

        return true;
    }

    private function continues(string $bracket): bool
    {
        if ($this->closes($bracket)) {
            return false;
        }
        if (($this->bytes[$this->at] ?? '') !== ',') {
            throw $this->fault("must be a comma or $bracket");
        }
        $this->at++;

        return true;
    }

    private function skipWhitespace(): void
    {
        $this->at += strspn($this->bytes, self::WHITESPACE, $this->at);
    }

    private function fault(string $rule): JsonInvalid
    {
        return new JsonInvalid("byte $this->at: $rule");
    }

    private static function utf8(int $codePoint): string
    {
        return match (true) {
            $codePoint < 0x80 => chr($codePoint),
            $codePoint < 0x800 => chr(0xC0 | $codePoint >> 6) . chr(0x80 | $codePoint & 0x3F),
            $codePoint < 0x10000 => chr(0xE0 | $codePoint >> 12) . chr(0x80 | $codePoint >> 6 & 0x3F)
                . chr(0x80 | $codePoint & 0x3F),
            default => chr(0xF0 | $codePoint >> 18) . chr(0x80 | $codePoint >> 12 & 0x3F)
                . chr(0x80 | $codePoint >> 6 & 0x3F) . chr(0x80 | $codePoint & 0x3F),
        };
    }
}
