<?php

declare(strict_types=1);

namespace Plasm\Tests\Vectors;

use Plasm\Manifest;

final class TaskDigestVectorsTest extends VectorTestCase
{
    /** @return iterable<string, array{\stdClass}> */
    public function manifests(): iterable
    {
        yield from self::cases('task-digest.json');
    }

    /** @dataProvider manifests */
    public function testNamesTheTask(\stdClass $case): void
    {
        $read = isset($case->received)
            ? static fn (): string => Manifest::ofCanonicalTask(self::decode($case->received))->canonicalTask()
            : static fn (): string => Manifest::parse(self::decode($case->manifest))->canonicalTask();
        if (isset($case->code)) {
            $this->assertCode($case->code, $read);

            return;
        }
        $task = $read();
        self::assertSame(self::decode($case->task ?? $case->received), $task);
        self::assertSame($case->digest, 'sha256:' . hash('sha256', $task));
    }
}
