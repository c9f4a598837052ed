package jp.shomei.contracts.reminder;

/** How a reminder reaches the holder. */
public enum ReminderChannel {
    /** A mail to the address on the certificate, sent by us. */
    EMAIL,
    /** A dialog of the face-recognising card reader (顔認証付きカードリーダー), which asks for it. */
    CARD_READER,
    /** A dialog of the MPKI client (MPKIクライアント), which asks for it. */
    MPKI_CLIENT
}
