package jp.shomei.app.durable;

/** What a node may hold in the durable store while it lives. */
enum NodeLock {
    /** Starting: one node after another makes tables and looks at the authority. */
    START,
    /** Being there: shared by all nodes on real time, held alone by one whose clock is simulated, and while a house is moved. */
    PRESENCE,
    /** Doing what each day brings. */
    DAILY_RUN
}
