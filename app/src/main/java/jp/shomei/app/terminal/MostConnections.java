package jp.shomei.app.terminal;

import io.netty.channel.Channel;
import java.net.SocketAddress;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import reactor.netty.ChannelPipelineConfigurer;
import reactor.netty.ConnectionObserver;

/** Closes connections beyond so many open ones at once, before anything is read from them. */
final class MostConnections implements ChannelPipelineConfigurer {

    private final int most;
    private final AtomicInteger open = new AtomicInteger();

    MostConnections(int most) {
        this.most = most;
    }

    @Override
    public void onChannelInit(ConnectionObserver observer, Channel channel, @Nullable SocketAddress remote) {
        boolean tooMany = open.incrementAndGet() > most;
        channel.closeFuture().addListener(closed -> open.decrementAndGet());
        if (tooMany) {
            channel.close();
        }
    }
}
