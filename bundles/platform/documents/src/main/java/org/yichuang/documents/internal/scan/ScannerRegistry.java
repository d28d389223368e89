package org.yichuang.documents.internal.scan;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.documents.api.FileScanner;
import org.yichuang.kernel.api.ForeignCode;

/** The scanners that are here, as they come and go, and which of them is to look at files. */
public class ScannerRegistry {
    private static final Logger LOG = LoggerFactory.getLogger(ScannerRegistry.class);

    private final ScanSettings settings;
    private final Map<String, FileScanner> present = new ConcurrentHashMap<>();

    public ScannerRegistry(ScanSettings settings) {
        this.settings = settings;
        bound(new ClamdScanner(settings));
    }

    /** A scanner has come. */
    public void bound(FileScanner scanner) {
        if (scanner != null) {
            ForeignCode.run(() -> present.put(scanner.name(), scanner), e -> LOG.error("A scanner is left out", e));
        }
    }

    /** A scanner goes. */
    public void unbound(FileScanner scanner) {
        present.values().removeIf(each -> each.equals(scanner));
    }

    /** Whether files are to be looked at, be whoever shall do so here or not. */
    public boolean isOn() {
        return !name().isEmpty();
    }

    /** The name of the scanner that is to look at files; empty for none. */
    public String name() {
        return settings.now().scanBy();
    }

    /** The scanner that is to look at files, if it is here. */
    Optional<FileScanner> chosen() {
        return Optional.ofNullable(present.get(name()));
    }

    /** Whether the scanner that is to look at files is here and answers. */
    public boolean isThere() {
        return chosen().filter(scanner -> ForeignCode.call(scanner::isThere, e -> false))
                .isPresent();
    }

    /** Has something run whenever the settings have changed. */
    void onChange(Runnable listener) {
        settings.onChange(listener);
    }
}
