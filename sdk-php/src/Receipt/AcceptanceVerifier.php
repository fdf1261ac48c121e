<?php

declare(strict_types=1);

namespace Plasm\Receipt;

use Plasm\Exception\ReceiptInvalid;

/** Verifies acceptances: a node's signed word that it will settle an order with one receipt. */
final class AcceptanceVerifier
{
    public const PAYLOAD_TYPE = 'application/vnd.plasm.acceptance+json';

    /**
     * @param string $envelope the DSSE envelope's bytes
     * @param string $node peer ID of the node that was asked
     * @param string $order digest of the payload bytes of the order that it was sent
     *
     * @return SignedDocument whose document is an acceptance (schemas/acceptance.schema.json)
     *
     * @throws ReceiptInvalid
     */
    public function verify(string $envelope, string $node, string $order): SignedDocument
    {
        $signed = SignedDocument::open(
            $envelope,
            self::PAYLOAD_TYPE,
            'the acceptance',
            ['node'],
            self::check(...),
            static fn (): array => [],
        );
        $acceptance = $signed->document;
        if ($acceptance->node !== $node) {
            throw new ReceiptInvalid('NODE_MISMATCH', "the acceptance is by $acceptance->node; $node was asked");
        }
        if ($acceptance->order !== $order) {
            throw new ReceiptInvalid('ORDER_MISMATCH', "the acceptance is of the order $acceptance->order, not of $order");
        }

        return $signed;
    }

    private static function check(Fields $acceptance): void
    {
        $acceptance->requires('plasm', 'order', 'node', 'acceptedAt');
        $acceptance->oneOf('plasm', [1]);
        $acceptance->digest('order');
        $acceptance->peerId('node');
        $acceptance->time('acceptedAt');
    }
}
