package jp.shomei.app.terminal;

import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.ApplicationProtocolNegotiator;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import java.util.List;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSessionContext;

/**
 * TLS whose handshakes do their work on threads of their own: checking a client's certificate asks the register, and may
 * wait for the database; the threads that serve connections must not.
 */
final class ChecksOffTheLoop extends SslContext {

    private final SslContext tls;
    private final Executor threads;

    ChecksOffTheLoop(SslContext tls, Executor threads) {
        this.tls = tls;
        this.threads = threads;
    }

    @Override
    protected SslHandler newHandler(ByteBufAllocator allocator, boolean startTls) {
        return new SslHandler(newEngine(allocator), startTls, threads);
    }

    @Override
    public boolean isClient() {
        return tls.isClient();
    }

    @Override
    public List<String> cipherSuites() {
        return tls.cipherSuites();
    }

    @Override
    public ApplicationProtocolNegotiator applicationProtocolNegotiator() {
        return tls.applicationProtocolNegotiator();
    }

    @Override
    public SSLEngine newEngine(ByteBufAllocator allocator) {
        return tls.newEngine(allocator);
    }

    @Override
    public SSLEngine newEngine(ByteBufAllocator allocator, String peerHost, int peerPort) {
        return tls.newEngine(allocator, peerHost, peerPort);
    }

    @Override
    public SSLSessionContext sessionContext() {
        return tls.sessionContext();
    }
}
