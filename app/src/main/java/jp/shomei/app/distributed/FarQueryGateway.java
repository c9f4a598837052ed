package jp.shomei.app.distributed;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.axonframework.messaging.responsetypes.ResponseType;
import org.axonframework.queryhandling.DefaultQueryGateway;
import org.axonframework.queryhandling.QueryBus;

/** Asks other nodes; whoever asked is refused as if the handler were here. */
final class FarQueryGateway extends DefaultQueryGateway {

    FarQueryGateway(QueryBus bus) {
        super(builder().queryBus(bus));
    }

    @Override
    public <R, Q> CompletableFuture<R> query(String name, Q query, ResponseType<R> type) {
        return super.query(name, query, type).exceptionallyCompose(error -> {
            Throwable failed =
                    error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
            return CompletableFuture.failedFuture(PlainRefusals.arrived(failed));
        });
    }
}
