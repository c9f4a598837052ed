package jp.shomei.query.certificate;

import com.mongodb.client.model.Filters;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.shomei.contracts.certificate.Application;
import jp.shomei.contracts.institution.InstitutionCode;
import jp.shomei.projections.certificate.view.CertificateStatusModel;
import jp.shomei.projections.certificate.view.TerminalDocument;

/** The open applications for the same terminals: a hint that one was made twice, and no more than that. */
final class OpenDuplicates {

    /** More than that tell nobody more. */
    private static final int MOST = 100;

    private final Map<String, Set<String>> openByTerminal;

    private OpenDuplicates(Map<String, Set<String>> openByTerminal) {
        this.openByTerminal = openByTerminal;
    }

    /** Reads those of the terminals of these applications. */
    static OpenDuplicates read(CertificateStatusModel model, Collection<Application> applications) {
        return of(
                model,
                applications.stream()
                        .map(application -> TerminalDocument.id(application.institution(), application.terminalName()))
                        .collect(Collectors.toSet()));
    }

    /** Reads those of one terminal. */
    static OpenDuplicates read(CertificateStatusModel model, InstitutionCode institution, String terminalName) {
        return of(model, Set.of(TerminalDocument.id(institution, terminalName)));
    }

    /** The oldest open applications for a terminal of an institution, but this one, by request ID; 100 at most. */
    List<String> find(InstitutionCode institution, String terminalName, String except) {
        return openByTerminal.getOrDefault(TerminalDocument.id(institution, terminalName), Set.of()).stream()
                .filter(requestId -> !requestId.equals(except))
                .sorted()
                .limit(MOST)
                .toList();
    }

    private static OpenDuplicates of(CertificateStatusModel model, Set<String> terminals) {
        Map<String, Set<String>> open = new HashMap<>();
        model.terminals()
                .find(Filters.in("_id", terminals))
                .forEach(document ->
                        open.put(document.terminal(), document.requests().keySet()));
        return new OpenDuplicates(open);
    }
}
