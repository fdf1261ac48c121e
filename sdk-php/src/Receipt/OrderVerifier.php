<?php

declare(strict_types=1);

namespace Plasm\Receipt;

use Plasm\Exception\ReceiptInvalid;

/** Verifies orders as the node does that they reach: the other half of a receipt's story. */
final class OrderVerifier
{
    public const PAYLOAD_TYPE = 'application/vnd.plasm.order+json';

    /** How far two clocks may be apart, and how long an order may be good for. */
    private const CLOCK_SKEW_MS = 120000;
    private const LIFETIME_MS = 120000;
    private const NONCE = '/^[0-9a-f]{32}$/D';

    /**
     * @param string $envelope the DSSE envelope's bytes
     * @param string $node peer ID of the node that it reached
     * @param string $peer peer ID at the other end of the connection
     * @param int $nowMs the node's clock, in milliseconds since 1970 UTC
     * @param string|null $task digest of the task that came along; null: not known
     *
     * @return SignedDocument whose document is an order (schemas/order.schema.json); whether its nonce is new is the
     *     receiver's to know
     *
     * @throws ReceiptInvalid
     */
    public function verify(string $envelope, string $node, string $peer, int $nowMs, ?string $task = null): SignedDocument
    {
        $signed = SignedDocument::open(
            $envelope,
            self::PAYLOAD_TYPE,
            'the order',
            ['submitter'],
            self::check(...),
            static fn (\stdClass $order): array => [$order->node],
        );
        $order = $signed->document;
        self::refuseIf($order->node !== $node, 'NODE_MISMATCH', "is for $order->node, not for $node");
        self::refuseIf($order->submitter !== $peer, 'SUBMITTER_MISMATCH', "is from $order->submitter, not from $peer");
        self::refuseIf($task !== null && $order->task !== $task, 'TASK_MISMATCH', "is for the task $order->task, not for $task");
        self::refuseIf($order->expiresAt + self::CLOCK_SKEW_MS < $nowMs, 'ORDER_EXPIRED', "expired at $order->expiresAt");
        self::refuseIf(
            $order->expiresAt > $nowMs + self::LIFETIME_MS + self::CLOCK_SKEW_MS,
            'ORDER_NOT_YET_VALID',
            "expires at $order->expiresAt, too far ahead; check both clocks",
        );

        return $signed;
    }

    /** Notes every rule of its form that a payload breaks. */
    public static function check(Fields $order): void
    {
        $order->requires(
            'plasm', 'submitter', 'node', 'task', 'job', 'attempt', 'nonce', 'runtime', 'isolation', 'fresh',
            'wallTimeMs', 'expiresAt',
        );
        $order->oneOf('plasm', [1]);
        $order->peerId('submitter');
        $order->peerId('node');
        $order->digest('task');
        $order->jobId('job');
        $order->integer('attempt', 1, 1000000);
        $order->pattern('nonce', self::NONCE, 'must be 32 hex digits in lower case');
        $order->oneOf('runtime', ['any', 'interpreter', 'v8']);
        $order->oneOf('isolation', ['full', 'reduced']);
        $order->boolean('fresh');
        $order->integer('wallTimeMs', 1, 86400000);
        $order->time('expiresAt');
    }

    private static function refuseIf(bool $wrong, string $code, string $what): void
    {
        if ($wrong) {
            throw new ReceiptInvalid($code, "the order $what");
        }
    }
}
