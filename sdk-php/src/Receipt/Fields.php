<?php

declare(strict_types=1);

namespace Plasm\Receipt;

use Plasm\Exception\Violation;

/**
 * Reads the members of a parsed JSON object and notes every rule that they break, so that a document's faults are
 * reported all at once. A reader returns null where its member is absent or wrong; the notes tell which.
 */
final class Fields
{
    private const DIGEST = '/^sha256:[0-9a-f]{64}$/D';
    private const PEER_ID = '/^12D3Koo[1-9A-HJ-NP-Za-km-z]{45}$/D';
    private const JOB_ID = '/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/D';

    /** @param \ArrayObject<int, Violation> $violations shared by all parts of one document */
    private function __construct(
        private readonly \stdClass $object,
        public readonly string $pointer,
        private readonly \ArrayObject $violations,
    ) {
    }

    public static function of(mixed $document): self
    {
        $violations = new \ArrayObject();
        if (!$document instanceof \stdClass) {
            $violations[] = new Violation('', 'must be an object', self::show($document));
        }

        return new self($document instanceof \stdClass ? $document : new \stdClass(), '', $violations);
    }

    /** @return list<Violation> of the whole document so far */
    public function violations(): array
    {
        return array_values($this->violations->getArrayCopy());
    }

    public function has(string $name): bool
    {
        return property_exists($this->object, $name);
    }

    public function raw(string $name): mixed
    {
        return $this->object->{$name} ?? null;
    }

    /** @return list<string> */
    public function names(): array
    {
        return array_map(strval(...), array_keys(get_object_vars($this->object)));
    }

    public function note(string $name, string $rule): void
    {
        $this->noteAt($this->pointer . '/' . self::escape($name), $rule, $this->raw($name));
    }

    /** Notes `$rule` against this object itself. */
    public function noteHere(string $rule): void
    {
        $this->noteAt($this->pointer, $rule, $this->object);
    }

    public function requires(string ...$names): self
    {
        foreach ($names as $name) {
            if (!$this->has($name)) {
                $this->violations[] = new Violation($this->pointer . '/' . $name, 'is required');
            }
        }

        return $this;
    }

    /** Notes every member that is not among `$names`. */
    public function allowsOnly(string ...$names): self
    {
        foreach (array_diff($this->names(), $names) as $name) {
            $this->note($name, 'is not known here (known: ' . implode(', ', $names) . ')');
        }

        return $this;
    }

    public function integer(string $name, int $least, int $most, bool $orNull = false): ?int
    {
        if (!$this->has($name) || ($orNull && $this->raw($name) === null)) {
            return null;
        }
        $value = $this->raw($name);
        if (is_int($value) && $value >= $least && $value <= $most) {
            return $value;
        }
        $this->note($name, "must be an integer from $least to $most" . ($orNull ? ' or null' : ''));

        return null;
    }

    public function time(string $name): ?int
    {
        return $this->integer($name, 0, StrictJson::MAX_INTEGER);
    }

    public function boolean(string $name): ?bool
    {
        return $this->checked($name, is_bool(...), 'must be true or false');
    }

    /** Lengths are in characters. */
    public function text(string $name, int $least, int $most, bool $allowsNul = true): ?string
    {
        return $this->checked(
            $name,
            static fn (mixed $value): bool => self::isText($value, $least, $most, $allowsNul),
            "must be a string of $least to $most characters" . ($allowsNul ? '' : ' without NUL'),
        );
    }

    public function pattern(string $name, string $pattern, string $rule): ?string
    {
        return $this->checked(
            $name,
            static fn (mixed $value): bool => is_string($value) && preg_match($pattern, $value) === 1,
            $rule,
        );
    }

    public function digest(string $name): ?string
    {
        return $this->pattern($name, self::DIGEST, 'must be sha256: and 64 hex digits in lower case');
    }

    public function jobId(string $name): ?string
    {
        return $this->pattern($name, self::JOB_ID, 'must be a UUIDv7 in lower case');
    }

    public function peerId(string $name): ?string
    {
        return $this->pattern($name, self::PEER_ID, 'must be 12D3Koo and 45 characters of base58btc');
    }

    /** An absolute guest path: no empty, `.` or `..` segment, no NUL, at most 1024 characters. */
    public function guestPath(string $name): ?string
    {
        return $this->checked(
            $name,
            self::isGuestPath(...),
            'must be an absolute path without empty, `.` or `..` segments or NUL, at most 1024 characters long',
        );
    }

    /** @param non-empty-list<string|int> $values */
    public function oneOf(string $name, array $values): string|int|null
    {
        return $this->checked(
            $name,
            static fn (mixed $value): bool => in_array($value, $values, true),
            'must be ' . implode(' or ', array_map(self::show(...), $values)),
        );
    }

    /** An object member; an empty one, noted, where the member is something else; null where it is absent. */
    public function object(string $name): ?self
    {
        return $this->has($name) ? $this->part($this->raw($name), $this->pointer . '/' . $name) : null;
    }

    /** @return list<mixed>|null */
    public function list(string $name, int $least, int $most): ?array
    {
        return $this->checked(
            $name,
            static fn (mixed $value): bool => is_array($value) && count($value) >= $least && count($value) <= $most,
            "must be a list of $least to $most items",
        );
    }

    /** @return list<self> empty where the member is absent or wrong */
    public function objects(string $name, int $least, int $most): array
    {
        $parts = [];
        foreach ($this->list($name, $least, $most) ?? [] as $i => $item) {
            $parts[] = $this->part($item, "$this->pointer/$name/$i");
        }

        return $parts;
    }

    public function noteAt(string $pointer, string $rule, mixed $value): void
    {
        $this->violations[] = new Violation($pointer, $rule, self::show($value));
    }

    public static function isText(mixed $value, int $least, int $most, bool $allowsNul): bool
    {
        if (!is_string($value) || (!$allowsNul && str_contains($value, "\0"))) {
            return false;
        }
        $length = strlen($value) - (int) preg_match_all('/[\x80-\xBF]/', $value); // UTF-8 is known to be right here

        return $length >= $least && $length <= $most;
    }

    public static function isGuestPath(mixed $value): bool
    {
        if (!self::isText($value, 2, 1024, false) || $value[0] !== '/') {
            return false;
        }
        foreach (explode('/', substr($value, 1)) as $segment) {
            if ($segment === '' || $segment === '.' || $segment === '..') {
                return false;
            }
        }

        return true;
    }

    /** @param callable(mixed): bool $holds */
    private function checked(string $name, callable $holds, string $rule): mixed
    {
        if (!$this->has($name)) {
            return null;
        }
        $value = $this->raw($name);
        if ($holds($value)) {
            return $value;
        }
        $this->note($name, $rule);

        return null;
    }

    private function part(mixed $value, string $pointer): self
    {
        if (!$value instanceof \stdClass) {
            $this->noteAt($pointer, 'must be an object', $value);
            $value = new \stdClass();
        }

        return new self($value, $pointer, $this->violations);
    }

    /** A member's name in a JSON pointer (RFC 6901). */
    private static function escape(string $name): string
    {
        return strtr($name, ['~' => '~0', '/' => '~1']);
    }

    private static function show(mixed $value): string
    {
        $json = json_encode($value, JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_INVALID_UTF8_SUBSTITUTE);
        $json = $json === false ? get_debug_type($value) : $json;

        return strlen($json) <= 80 ? $json : preg_replace('/[\x80-\xBF]*$/', '', substr($json, 0, 79)) . '…';
    }
}
