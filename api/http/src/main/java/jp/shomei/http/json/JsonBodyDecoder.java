package jp.shomei.http.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.FieldError;
import jp.shomei.contracts.refusal.FieldRule;
import jp.shomei.contracts.refusal.Refusal;
import jp.shomei.contracts.refusal.Refused;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.core.ResolvableType;
import org.springframework.core.codec.AbstractDataBufferDecoder;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.MediaType;
import org.springframework.util.MimeType;
import reactor.core.publisher.Flux;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads request bodies: strict UTF-8, strict JSON, and every field that does not belong is named. */
public final class JsonBodyDecoder extends AbstractDataBufferDecoder<Object> {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /**
     * A decoder with a bound.
     *
     * @param limit the largest body, in bytes
     */
    public JsonBodyDecoder(int limit) {
        super(MediaType.APPLICATION_JSON);
        setMaxInMemorySize(limit);
    }

    @Override
    public boolean canDecode(ResolvableType type, @Nullable MimeType mediaType) {
        Charset charset = mediaType == null ? null : mediaType.getCharset();
        return super.canDecode(type, mediaType) && (charset == null || charset.equals(StandardCharsets.UTF_8));
    }

    @Override
    public Object decode(
            DataBuffer buffer, ResolvableType type, @Nullable MimeType mediaType, @Nullable Map<String, Object> hints) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        try {
            JsonNode body = WebJson.MAPPER.readTree(text(bytes));
            List<FieldError> errors = BodyShape.check(body, type.getType());
            if (errors.stream()
                    .anyMatch(error ->
                            error.rule() == FieldRule.TYPE && error.field().isEmpty())) {
                throw Refused.because(ErrorCode.INVALID_REQUEST);
            }
            Refused.ifAny(errors);
            return WebJson.MAPPER.treeToValue(
                    body, WebJson.MAPPER.getTypeFactory().constructType(type.getType()));
        } catch (JacksonException | CharacterCodingException notJson) {
            throw new Refused(Refusal.of(ErrorCode.INVALID_REQUEST));
        }
    }

    @Override
    public Flux<Object> decode(
            Publisher<DataBuffer> input,
            ResolvableType type,
            @Nullable MimeType mediaType,
            @Nullable Map<String, Object> hints) {
        return decodeToMono(input, type, mediaType, hints).flux();
    }

    private static String text(byte[] bytes) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }
}
