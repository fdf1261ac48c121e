<?php

declare(strict_types=1);

namespace Plasm\Tests\Unit;

use PHPUnit\Framework\TestCase;
use Plasm\Exception\JsonInvalid;
use Plasm\Receipt\CanonicalJson;
use Plasm\Receipt\StrictJson;

final class StrictJsonTest extends TestCase
{
    /** @return iterable<string, array{string, string}> document, words of the fault */
    public function refused(): iterable
    {
        yield 'a key that stands twice' => ['{"a":1,"a":1}', 'byte 7: the key "a" must not stand twice'];
        yield 'a key that stands twice in two spellings' => ['{"a":1,"\u0061":1}', 'twice'];
        yield 'a fraction' => ['1.0', 'plain digits'];
        yield 'an exponent' => ['1e3', 'plain digits'];
        yield 'minus zero' => ['-0', 'plain digits'];
        yield 'a leading zero' => ['01', 'plain digits'];
        yield 'a number past 2^53-1' => ['9007199254740992', 'within'];
        yield 'a number past -(2^53-1)' => ['-9007199254740992', 'within'];
        yield 'a number past 64 bits' => ['99999999999999999999999999', 'within'];
        yield 'a byte order mark' => ["\xEF\xBB\xBF1", 'byte order mark'];
        yield 'broken UTF-8' => ["\"\xC3\"", 'UTF-8'];
        yield 'an overlong form' => ["\"\xC0\x80\"", 'UTF-8'];
        yield 'a surrogate in UTF-8' => ["\"\xED\xA0\x80\"", 'UTF-8'];
        yield 'a lone high surrogate' => ['"\ud800"', 'lone surrogate'];
        yield 'a lone low surrogate' => ['"\udc00"', 'lone surrogate'];
        yield 'a high surrogate before another letter' => ['"\ud800\u0041"', 'lone surrogate'];
        yield 'a bare control character' => ["\"\x01\"", 'escaped'];
        yield 'a key that begins with a digit' => ['{"1a":1}', 'keys must be'];
        yield 'an empty key' => ['{"":1}', 'keys must be'];
        yield 'a trailing comma' => ['[1,]', 'JSON value'];
        yield 'a second document' => ['1 2', 'end after one value'];
        yield 'nothing' => ['', 'must not end here'];
        yield 'an open string' => ['"a', 'closed'];
        yield 'an open object' => ['{"a":1', 'comma or }'];
        yield 'an unknown escape' => ['"\x"', 'escapes'];
        yield '33 levels' => [str_repeat('[', 33) . str_repeat(']', 33), '32 levels'];
        yield 'a megabyte of nesting' => [str_repeat('[', 1 << 20), '32 levels'];
        yield 'a word in capitals' => ['True', 'JSON value'];
    }

    /** @dataProvider refused */
    public function testRefuses(string $document, string $words): void
    {
        $this->expectException(JsonInvalid::class);
        $this->expectExceptionMessage($words);
        StrictJson::parse($document);
    }

    public function testKeepsObjectsListsAndIntegersApart(): void
    {
        $value = StrictJson::parse(" {\"object\": {}, \"list\": [], \"n\": -9007199254740991,\n\t\"text\": \"1e3\", \"none\": null}\r\n");
        self::assertInstanceOf(\stdClass::class, $value->object);
        self::assertSame([], $value->list);
        self::assertSame(-9007199254740991, $value->n);
        self::assertSame('1e3', $value->text);
        self::assertNull($value->none);
    }

    public function testReadsEveryEscape(): void
    {
        self::assertSame("\"\\/\x08\x0c\n\r\t\u{e9}\u{20ac}\u{1f600}\0", StrictJson::parse('"\"\\\\\/\b\f\n\r\t\u00e9\u20AC\ud83d\ude00\u0000"'));
    }

    public function testReads32Levels(): void
    {
        $document = str_repeat('[', 32) . str_repeat(']', 32);
        self::assertSame($document, CanonicalJson::encode(StrictJson::parse($document)));
    }

    public function testCanonicalFormSortsKeysAndEscapesNoMoreThanItMust(): void
    {
        $value = StrictJson::parse('{"b":[true,false,null,{}],"a":"\u0001\u007f\/\u20ac\"\\\\\n","B":-1,"_":"\u2028"}');
        self::assertSame(
            "{\"B\":-1,\"_\":\"\u{2028}\",\"a\":\"\\u0001\x7f/€\\\"\\\\\\n\",\"b\":[true,false,null,{}]}",
            CanonicalJson::encode($value),
        );
    }

    /** @return iterable<string, array{mixed}> */
    public function foreign(): iterable
    {
        yield 'a float' => [1.0];
        yield 'a number past 2^53-1' => [2 ** 53];
        yield 'a map' => [['a' => 1]];
        yield 'another object' => [new \ArrayObject()];
        yield 'broken UTF-8' => ["\xFF"];
        yield 'a key outside the profile' => [(object) ['a-b' => 1]];
    }

    /** @dataProvider foreign */
    public function testCanonicalFormRefusesWhatIsOutsideTheProfile(mixed $value): void
    {
        $this->expectException(JsonInvalid::class);
        CanonicalJson::encode($value);
    }
}
