package jp.shomei.app.start;

/** The system cannot start as asked; the message says what to do, and is all the operator needs to see. */
public final class StartRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StartRefused(String whatToDo) {
        super(whatToDo);
    }
}
