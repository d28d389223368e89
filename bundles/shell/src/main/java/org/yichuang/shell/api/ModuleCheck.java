package org.yichuang.shell.api;

import java.util.List;
import java.util.Set;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.ResultLog;
import org.yichuang.kernel.api.LocalizedMessage;

/**
 * A health check of a module. Those with the tag {@link #READY} decide whether the container calls itself ready and
 * must
 * answer quickly; those with {@link #DOCTOR} are what an operator would look at and may take some seconds.
 */
public abstract class ModuleCheck implements HealthCheck {
    public static final String READY = "ready";
    public static final String DOCTOR = "doctor";

    private final String name;
    private final Set<String> tags;

    /**
     * @param name what is checked, in a word, e.g. {@code calendars}; for people it is worded by the key
     *     {@code check.<name>} of the resource bundle {@code messages} in the package of the check
     * @param tags {@link #READY}, {@link #DOCTOR} or both
     */
    protected ModuleCheck(String name, String... tags) {
        this.name = name;
        this.tags = Set.of(tags);
    }

    /** What is checked. */
    public final String name() {
        return name;
    }

    /** The same for people. */
    public final LocalizedMessage title() {
        return LocalizedMessage.of(getClass(), "check." + name);
    }

    /** Who asks. */
    public final Set<String> tags() {
        return tags;
    }

    /** Looks, and says what it found; at least one finding. What is thrown is a finding as well. */
    protected abstract List<Finding> look();

    @Override
    public final Result execute() {
        ResultLog log = new ResultLog();
        look().forEach(log::add);
        return new Result(log);
    }
}
