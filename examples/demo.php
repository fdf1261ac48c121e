<?php

declare(strict_types=1);

/*
 * Counts the words of a text on other people's machines, and believes nobody: two nodes run it, both sign a receipt,
 * and the receipts are verified here.
 *
 *     php examples/demo.php <socket of a daemon> <text file> [<file for the counts>]
 */

require __DIR__ . '/../sdk-php/autoload.php';

use Plasm\Blob;
use Plasm\Client;
use Plasm\Event;
use Plasm\Exception\PlasmException;
use Plasm\Manifest;

if ($argc < 3) {
    fwrite(STDERR, "usage: php examples/demo.php <socket of a daemon> <text file> [<file for the counts>]\n");
    exit(2);
}
[, $socket, $text] = $argv;

try {
    countWords(Client::unixSocket($socket), $text, $argv[3] ?? null);
} catch (PlasmException $fault) {
    fwrite(STDERR, "{$fault->errorCode()}: {$fault->getMessage()}\n");
    exit(1);
}

function countWords(Client $plasm, string $text, ?string $save): void
{
    $manifest = Manifest::of(Blob::file(__DIR__ . '/word-count/word-count.wasm'))
        ->withName('word-count')
        ->withArgs('--top', '10')
        ->withStdin(Blob::file($text))
        ->withPlacement('network')
        ->withReplicas(2, quorum: 2)
        ->withIsolation('reduced'); // Runs on machines without namespaces too; the receipt says what it had.

    $start = microtime(true);
    $job = $plasm->jobs()->submit($manifest);
    tell($start, "submitted job $job->id");
    foreach ($job->events() as $event) {
        $words = describe($event);
        if ($words !== null) {
            tell($start, $words);
        }
    }
    $job = $job->wait(timeoutSeconds: 30);

    echo "\n", preg_replace('/^(\d+) /m', '  $1  ', preg_replace_callback(
        '/^\d+/m',
        static fn (array $match): string => str_pad($match[0], 7, ' ', STR_PAD_LEFT),
        $job->stdout(),
    )), "\n";
    if ($save !== null) {
        $job->saveOutput('stdout', $save);
    }

    $quorum = $job->verify();
    $receipt = $quorum->receipt();
    printf("%s, with %s fuel and %s KiB of memory, on\n", $receipt->outcome, number_format($receipt->fuel), $receipt->memoryBytes >> 10);
    foreach ($quorum->agreeing as $receipt) {
        $by = $receipt->execution;
        echo "  $by->node  ($by->runtimeName $by->runtimeVersion, isolation: $by->isolation)\n";
    }
    printf("%d receipts verified here with libsodium: this task, this job, %d distinct keys.\n", count($quorum->agreeing), count($quorum->nodes()));
    echo "They agree: result {$quorum->resultDigest()}\n";
}

function tell(float $start, string $words): void
{
    printf("  %5.2f s  %s\n", microtime(true) - $start, $words);
}

/** An event in words; null for those of no interest here. */
function describe(Event $event): ?string
{
    $data = $event->data;
    $peer = isset($data->peer) ? '…' . substr($data->peer, -8) : '';

    return match ($event->type) {
        'placing' => 'looks for peers',
        'peer' => "peer $peer $data->verdict" . ($data->verdict === 'offered' ? ' to run it' : ": $data->reason"),
        'attempt' => "orders it from $peer",
        'fetching' => sprintf('%s fetches %s KiB', $peer, number_format($data->bytes / 1024)),
        'started' => "$peer runs it",
        'attempt-failed' => "$peer failed: $data->reason",
        'receipt' => "$peer sent its signed receipt",
        'settled' => 'settled',
        default => null,
    };
}
