package jp.shomei.app.durable;

import java.util.Arrays;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.shomei.app.start.StartRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/**
 * Where the PostgreSQL database is and how it is spoken to: encrypted and with its certificate checked unless it is on this
 * machine or the URL says otherwise ({@code sslmode}), and never waited for without end. What the URL sets counts.
 *
 * @param url the JDBC URL, without a password
 * @param properties of each connection, the password among them
 */
record PostgresConnections(String url, Properties properties) {

    /** Names the database. */
    static final String URL = "spring.datasource.url";

    private static final Pattern HOSTS = Pattern.compile("jdbc:postgresql://([^/?]*).*");
    private static final Pattern LOOPBACK = Pattern.compile("(localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[::1])?(:\\d+)?");

    /**
     * For the server's side of a connection. A batch of letters is printed inside one transaction, which takes up to 15
     * minutes; a node that is gone without a word is noticed within half a minute.
     */
    private static final String SESSION = String.join(
            " ",
            "-c statement_timeout=60s",
            "-c lock_timeout=20s",
            "-c idle_in_transaction_session_timeout=20min",
            "-c tcp_keepalives_idle=10",
            "-c tcp_keepalives_interval=5",
            "-c tcp_keepalives_count=3");

    /**
     * As the operator has set it.
     *
     * @throws StartRefused if that is no PostgreSQL database, or a password stands in the URL
     */
    static PostgresConnections of(Environment environment) {
        String url = environment.getRequiredProperty(URL);
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new StartRefused("--" + URL + " names no PostgreSQL database. It begins with jdbc:postgresql://");
        }
        if (url.contains("password=")) {
            throw new StartRefused("--" + URL + " holds a password, which others could see. Give it apart, as the"
                    + " environment variable SPRING_DATASOURCE_PASSWORD or in a file of your own.");
        }
        Properties properties = new Properties();
        set(properties, "user", environment.getProperty("spring.datasource.username"));
        set(properties, "password", environment.getProperty("spring.datasource.password"));
        properties.setProperty("ApplicationName", "shomei");
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("loginTimeout", "15");
        properties.setProperty("socketTimeout", "90");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("targetServerType", "primary");
        properties.setProperty("options", SESSION);
        properties.setProperty("sslmode", isOnThisMachine(url) ? "prefer" : "verify-full");
        return new PostgresConnections(url, properties);
    }

    private static boolean isOnThisMachine(String url) {
        Matcher hosts = HOSTS.matcher(url);
        return !hosts.matches()
                || Arrays.stream(hosts.group(1).split(",", -1))
                        .allMatch(host -> LOOPBACK.matcher(host).matches());
    }

    private static void set(Properties properties, String name, @Nullable String value) {
        if (value != null) {
            properties.setProperty(name, value);
        }
    }

    @Override
    public String toString() {
        return url;
    }
}
