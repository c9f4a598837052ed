package jp.shomei.app.axon;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jp.shomei.contracts.message.Metadata;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Says in every line of the log, while a command or a query is handled, which one it is, through which door it came and in
 * which role; not who sent it, and nothing of what it says.
 */
final class LogContext<M extends Message<?>> implements MessageHandlerInterceptor<M> {

    private static final String HANDLING = "handling";
    private final Map<Class<?>, String> names = new ConcurrentHashMap<>();

    @Override
    public @Nullable Object handle(UnitOfWork<? extends M> unitOfWork, InterceptorChain chain) throws Exception {
        Map<String, String> outside = MDC.getCopyOfContextMap();
        M message = unitOfWork.getMessage();
        MDC.put(HANDLING, names.computeIfAbsent(message.getPayloadType(), Class::getSimpleName));
        put(message, Metadata.ROLE);
        put(message, Metadata.CHANNEL);
        try {
            return chain.proceed();
        } finally {
            MDC.setContextMap(outside == null ? Map.of() : outside);
        }
    }

    private static void put(Message<?> message, String key) {
        if (message.getMetaData().get(key) instanceof String value) {
            MDC.put(key, value);
        } else {
            MDC.remove(key);
        }
    }
}
