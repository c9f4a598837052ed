package jp.shomei.query.consistency;

import com.mongodb.MongoException;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.projections.readmodel.view.ReadModelStore;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.queryhandling.QueryMessage;
import org.jspecify.annotations.Nullable;

/** Has a query refused, to be put again in a moment, if the read models' database is away. */
public final class TellsUnavailable implements MessageHandlerInterceptor<QueryMessage<?, ?>> {

    /**
     * Answers, if there is a database to answer from.
     *
     * @throws Refused with {@link ErrorCode#TEMPORARILY_UNAVAILABLE} and the seconds to wait before the next try
     */
    @Override
    public @Nullable Object handle(UnitOfWork<? extends QueryMessage<?, ?>> unitOfWork, InterceptorChain chain)
            throws Exception {
        try {
            return chain.proceed();
        } catch (MongoException failed) {
            throw ReadModelStore.refusal(failed);
        }
    }
}
