<?php

declare(strict_types=1);

namespace Plasm\Transport;

use Plasm\Exception\DaemonUnreachable;
use Plasm\Exception\Timeout;
use Plasm\Exception\UnreadableFile;

/** Talks to a daemon with ext-curl: over its Unix socket, or over TCP on loopback with a token. */
final class CurlTransport implements Transport
{
    private const CONNECT_TIMEOUT_MS = 5000;
    private const SELECT_SECONDS = 0.2;

    /** Kept between requests, and with it the connection. */
    private ?\CurlHandle $handle = null;

    private function __construct(
        private readonly string $baseUrl,
        private readonly ?string $socket,
        private readonly ?string $token,
    ) {
    }

    public static function unixSocket(string $path): self
    {
        return new self('http://localhost', $path, null);
    }

    /** `$url` is like `http://127.0.0.1:4118`; the token is one that the daemon's operator made. */
    public static function tcp(string $url, string $token): self
    {
        return new self(rtrim($url, '/'), null, $token);
    }

    public function send(Request $request): Response
    {
        $this->handle ??= curl_init();
        curl_reset($this->handle);
        $head = new ResponseHead();
        $file = $this->prepare($this->handle, $request, $head);
        curl_setopt($this->handle, CURLOPT_RETURNTRANSFER, true);
        curl_setopt($this->handle, CURLOPT_TIMEOUT_MS, (int) ceil($request->timeoutSeconds * 1000));
        $body = curl_exec($this->handle);
        if ($file !== null) {
            fclose($file);
        }
        if (!is_string($body)) {
            throw $this->failure(curl_errno($this->handle), curl_error($this->handle), $request);
        }

        return new Response($head->status, $head->headers, $body);
    }

    public function stream(Request $request): StreamedResponse
    {
        $handle = curl_init();
        $head = new ResponseHead();
        $this->prepare($handle, $request, $head);
        $buffer = '';
        curl_setopt($handle, CURLOPT_WRITEFUNCTION, static function ($_, string $bytes) use (&$buffer): int {
            $buffer .= $bytes;

            return strlen($bytes);
        });
        $chunks = $this->pump($handle, $request, $head, $buffer);
        $chunks->current(); // Runs to the head, or throws.

        return new StreamedResponse($head->status, $head->headers, $this->bodyOf($chunks));
    }

    /** @return \Generator<int, string> an empty string when the head is there, then the body */
    private function pump(\CurlHandle $handle, Request $request, ResponseHead $head, string &$buffer): \Generator
    {
        $multi = curl_multi_init();
        curl_multi_add_handle($multi, $handle);
        try {
            $heard = microtime(true);
            $announced = false;
            do {
                if (curl_multi_exec($multi, $running) !== CURLM_OK) {
                    throw $this->failure(CURLE_RECV_ERROR, 'the transfer failed', $request);
                }
                $ended = $running === 0;
                if ($ended) {
                    $this->throwUnlessComplete($multi, $request);
                }
                if (!$announced && ($head->isComplete || $ended)) {
                    $announced = true;
                    yield '';
                }
                if ($buffer !== '') {
                    [$chunk, $buffer] = [$buffer, ''];
                    yield $chunk;
                    $heard = microtime(true);
                } elseif (microtime(true) - $heard > $request->timeoutSeconds) {
                    throw new Timeout("{$this->address()} was silent for $request->timeoutSeconds s on $request->path");
                }
                if (!$ended && curl_multi_select($multi, self::SELECT_SECONDS) === -1) {
                    usleep(1000); // Nothing to select on yet: curl asks for a pause.
                }
            } while (!$ended);
        } finally {
            curl_multi_remove_handle($multi, $handle);
            curl_multi_close($multi);
        }
    }

    /**
     * @param \Generator<int, string> $chunks
     *
     * @return \Generator<int, string>
     */
    private function bodyOf(\Generator $chunks): \Generator
    {
        for ($chunks->next(); $chunks->valid(); $chunks->next()) {
            yield $chunks->current();
        }
    }

    private function throwUnlessComplete(\CurlMultiHandle $multi, Request $request): void
    {
        while (($message = curl_multi_info_read($multi)) !== false) {
            if ($message['result'] !== CURLE_OK) {
                throw $this->failure($message['result'], curl_strerror($message['result']) ?? '', $request);
            }
        }
    }

    /** @return resource|null the body's file, open while it is being sent */
    private function prepare(\CurlHandle $handle, Request $request, ResponseHead $head)
    {
        $headers = $request->headers;
        if ($this->token !== null) {
            $headers['Authorization'] = 'Bearer ' . $this->token;
        }
        $headers['Expect'] = ''; // No waiting for "100 Continue" before a body.
        $lines = [];
        foreach ($headers as $name => $value) {
            $lines[] = $value === '' ? "$name:" : "$name: $value";
        }
        curl_setopt_array($handle, [
            CURLOPT_URL => $this->baseUrl . $request->path,
            CURLOPT_PROTOCOLS => CURLPROTO_HTTP,
            CURLOPT_PROXY => '',
            CURLOPT_FOLLOWLOCATION => false,
            CURLOPT_CUSTOMREQUEST => $request->method,
            CURLOPT_HTTPHEADER => $lines,
            CURLOPT_CONNECTTIMEOUT_MS => self::CONNECT_TIMEOUT_MS,
            CURLOPT_NOSIGNAL => true,
            CURLOPT_HEADERFUNCTION => static fn ($_, string $line): int => $head->read($line),
        ]);
        if ($this->socket !== null) {
            curl_setopt($handle, CURLOPT_UNIX_SOCKET_PATH, $this->socket);
        }
        if ($request->body !== null) {
            curl_setopt($handle, CURLOPT_POSTFIELDS, $request->body);
        }

        return $request->bodyFile === null ? null : $this->prepareFile($handle, $request->bodyFile);
    }

    /** @return resource */
    private function prepareFile(\CurlHandle $handle, string $path)
    {
        $file = is_file($path) && is_readable($path) ? fopen($path, 'rb') : false;
        if ($file === false) {
            throw new UnreadableFile("$path is not a file that can be read");
        }
        curl_setopt($handle, CURLOPT_UPLOAD, true);
        curl_setopt($handle, CURLOPT_INFILE, $file);
        curl_setopt($handle, CURLOPT_INFILESIZE, (int) fstat($file)['size']);

        return $file;
    }

    private function failure(int $code, string $words, Request $request): DaemonUnreachable|Timeout
    {
        $what = "$request->method $request->path";
        if ($code === CURLE_OPERATION_TIMEDOUT) {
            return new Timeout("$what took longer than $request->timeoutSeconds s at {$this->address()}: $words");
        }
        $hint = $code === CURLE_COULDNT_CONNECT ? '; is `plasm daemon` running, and may you use its socket?' : '';

        return new DaemonUnreachable("no answer to $what from {$this->address()}: $words$hint");
    }

    private function address(): string
    {
        return $this->socket ?? $this->baseUrl;
    }
}
