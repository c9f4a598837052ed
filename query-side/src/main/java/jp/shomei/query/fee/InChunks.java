package jp.shomei.query.fee;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;

/** What is read for keys, so many keys at once, and no earlier than it is wanted. */
final class InChunks<K, V> implements Iterator<V> {

    private final Iterator<K> keys;
    private final int atOnce;
    private final Function<List<K>, List<V>> read;
    private Iterator<V> chunk = List.<V>of().iterator();

    InChunks(Iterator<K> keys, int atOnce, Function<List<K>, List<V>> read) {
        this.keys = keys;
        this.atOnce = atOnce;
        this.read = read;
    }

    @Override
    public boolean hasNext() {
        while (!chunk.hasNext() && keys.hasNext()) {
            List<K> together = new ArrayList<>();
            while (together.size() < atOnce && keys.hasNext()) {
                together.add(keys.next());
            }
            chunk = read.apply(together).iterator();
        }
        return chunk.hasNext();
    }

    @Override
    public V next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return chunk.next();
    }
}
