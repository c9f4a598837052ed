package jp.shomei.ca.token;

import com.sun.jna.Function;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.NativeLong;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.NativeLongByReference;
import com.sun.jna.ptr.PointerByReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStoreException;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The three things of a PKCS#11 library that Java's provider cannot do: find a token by its label, and end and begin the
 * library anew, which is how many of them notice that a token came back (PKCS#11 version 2.40 sections 5.4 and 5.5).
 */
final class Cryptoki {

    private static final long OK = 0;
    private static final long NOT_INITIALIZED = 0x190;
    private static final long ALREADY_INITIALIZED = 0x191;
    private static final long OS_LOCKING = 2;

    private static final int INITIALIZE = 0;
    private static final int FINALIZE = 1;
    private static final int GET_SLOT_LIST = 4;
    private static final int GET_TOKEN_INFO = 6;

    private static final int MOST_SLOTS = 1024;
    private static final int LABEL_BYTES = 32;
    private static final int TOKEN_INFO_BYTES = 512;

    /** A version of two bytes comes before the functions; only Windows packs it closely. */
    private static final int FIRST_FUNCTION = Platform.isWindows() ? 2 : Native.POINTER_SIZE;

    private static final Map<Path, Cryptoki> LOADED = new ConcurrentHashMap<>();

    /** Held, since a library that nobody refers to is unloaded, and its functions with it. */
    private final NativeLibrary library;

    private final Pointer functions;
    private final ReentrantLock use = new ReentrantLock();

    private Cryptoki(NativeLibrary library, Pointer functions) {
        this.library = library;
        this.functions = functions;
    }

    /**
     * The library, loaded once for the whole process.
     *
     * @throws TokenRefused if it is none
     */
    static Cryptoki of(Path library) {
        return LOADED.computeIfAbsent(library, Cryptoki::load);
    }

    /**
     * Calls into the library, this class's and Java's provider's, are made by one thread at a time: to end a library that
     * another thread is in brings the whole process down.
     *
     * @throws KeyStoreException if another thread stays in it until the deadline
     */
    <T> T alone(Duration deadline, Callable<T> work) throws Exception {
        if (!use.tryLock(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new KeyStoreException("the PKCS#11 library is busy");
        }
        try {
            return work.call();
        } finally {
            use.unlock();
        }
    }

    private static Cryptoki load(Path library) {
        try {
            PointerByReference list = new PointerByReference();
            NativeLibrary loaded = NativeLibrary.getInstance(library.toString());
            if (result(loaded.getFunction("C_GetFunctionList"), list) == OK) {
                return new Cryptoki(loaded, list.getValue());
            }
        } catch (UnsatisfiedLinkError none) {
            throw new TokenRefused(library + " is not there or no PKCS#11 library; look at the setting", none);
        }
        throw new TokenRefused("the PKCS#11 library " + library + " cannot be used");
    }

    /** Where it was loaded from. */
    @Override
    public String toString() {
        return library.getFile().toString();
    }

    /** Begins, unless that was done in this process. */
    void begin() throws KeyStoreException {
        Memory arguments = new Memory(6L * Native.POINTER_SIZE);
        arguments.clear();
        arguments.setNativeLong(4L * Native.POINTER_SIZE, new NativeLong(OS_LOCKING));
        require("C_Initialize", call(INITIALIZE, arguments), ALREADY_INITIALIZED);
    }

    /** Ends and begins; every session and key handle is void afterwards. */
    void restart() throws KeyStoreException {
        require("C_Finalize", call(FINALIZE, Pointer.NULL), NOT_INITIALIZED);
        begin();
    }

    /** The slot that a token of this label is in. */
    OptionalLong slotOf(String label) throws KeyStoreException {
        NativeLongByReference count = new NativeLongByReference(new NativeLong(MOST_SLOTS));
        Memory slots = new Memory((long) MOST_SLOTS * Native.LONG_SIZE);
        require("C_GetSlotList", call(GET_SLOT_LIST, (byte) 1, slots, count), OK);
        for (int i = 0; i < count.getValue().intValue(); i++) {
            NativeLong slot = slots.getNativeLong((long) i * Native.LONG_SIZE);
            if (label.equals(labelIn(slot))) {
                return OptionalLong.of(slot.longValue());
            }
        }
        return OptionalLong.empty();
    }

    private String labelIn(NativeLong slot) {
        Memory information = new Memory(TOKEN_INFO_BYTES);
        information.clear();
        // a slot that was emptied in this moment has no label
        return call(GET_TOKEN_INFO, slot, information) == OK
                ? new String(information.getByteArray(0, LABEL_BYTES), StandardCharsets.UTF_8).strip()
                : "";
    }

    private long call(int function, Object... arguments) {
        Pointer address = functions.getPointer(FIRST_FUNCTION + (long) function * Native.POINTER_SIZE);
        return result(Function.getFunction(address), arguments);
    }

    private static long result(Function function, Object... arguments) {
        return ((NativeLong) function.invoke(NativeLong.class, arguments)).longValue();
    }

    private static void require(String function, long result, long alsoGood) throws KeyStoreException {
        if (result != OK && result != alsoGood) {
            throw new KeyStoreException(function + " answered 0x" + Long.toHexString(result));
        }
    }
}
