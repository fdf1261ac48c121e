<?php

declare(strict_types=1);

namespace Plasm\Exception;

/** Not the libp2p peer ID of an Ed25519 key. */
final class InvalidPeerId extends CodedException
{
    public function __construct(string $message, ?\Throwable $previous = null)
    {
        parent::__construct('PEER_ID_INVALID', $message, $previous);
    }
}
