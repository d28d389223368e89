package org.yichuang.kernel.api.settings;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.ManagedService;
import org.osgi.service.metatype.MetaTypeProvider;
import org.osgi.service.metatype.ObjectClassDefinition;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.LocalizedMessage;

/**
 * The values of one configuration, which operators write into {@code etc/<pid>.cfg}. They are in force from the start
 * and again as soon as the file changes. A value that makes no sense is refused by itself: the log names key and
 * reason, what was in force before stays (at the start: the usual value), and the other keys of the file hold. A key
 * that nobody knows is said in the log. {@code config:meta} shows all keys with their bounds.
 *
 * @param <T> the record of the values, marked with {@link ConfigurationPid}
 */
public abstract class OperatorSettings<T extends Record> implements ManagedService, MetaTypeProvider {
    private static final Logger LOG = System.getLogger(OperatorSettings.class.getName());
    /** What the configuration admin, file install and Karaf write beside the operator's keys. */
    private static final List<String> FOREIGN = List.of("service.", "felix.", "karaf.", "org.apache.karaf.");

    private final SettingRecord<T> known;
    private final BundleContext context;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private ServiceRegistration<?> registration;
    private Map<String, Object> inForce;
    private volatile T values;
    private volatile List<FieldProblem> refused = List.of();

    /**
     * Begins with the usual values.
     *
     * @param type the record of the values
     * @param context where the configuration is looked for and followed once this is opened; null for none, in tests
     */
    protected OperatorSettings(Class<T> type, BundleContext context) {
        this.known = new SettingRecord<>(type);
        this.context = context;
        this.inForce = known.usual();
        this.values = known.values(inForce);
    }

    /** Reads the configuration as it is, so that nobody begins with other values, and follows it from now on. */
    public final void open() {
        PresentConfiguration.read(context, known.pid()).ifPresent(this::updated);
        Hashtable<String, Object> properties = new Hashtable<>();
        properties.put("service.pid", known.pid());
        properties.put("metatype.pid", known.pid());
        registration = context.registerService(
                new String[] {ManagedService.class.getName(), MetaTypeProvider.class.getName()}, this, properties);
    }

    /** Follows no more. */
    public final void close() {
        registration.unregister();
    }

    /** What is in force now; another object after every change. */
    public final T now() {
        return values;
    }

    /** Has something run after each change. */
    public final void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** What of the present file is refused, by key. */
    public final List<FieldProblem> refused() {
        return refused;
    }

    /**
     * Lets one value depend on another where the file is silent.
     *
     * @param given the keys that the file has
     * @return what is to be in force
     */
    protected T settle(T read, Set<String> given) {
        return read;
    }

    /**
     * Judges values that each stand within their bounds by what only their owner knows.
     *
     * @return what is wrong, by key: such a value is refused by itself
     */
    protected List<FieldProblem> validate(T read) {
        return List.of();
    }

    @Override
    public final void updated(Dictionary<String, ?> properties) {
        Map<String, String> given = texts(properties);
        synchronized (this) {
            List<FieldProblem> problems = new ArrayList<>();
            Map<String, Object> read = new HashMap<>(known.read(given, inForce, problems));
            for (FieldProblem problem : validate(known.values(read))) {
                problems.add(problem);
                read.put(problem.field(), inForce.get(problem.field()));
            }
            inForce = Map.copyOf(read);
            refused = List.copyOf(problems);
            values = settle(known.values(inForce), given.keySet());
        }
        refused.forEach(problem -> LOG.log(
                Level.WARNING,
                () -> known.pid() + ".cfg " + problem.field() + ": "
                        + problem.message().forLog()));
        given.keySet().stream()
                .filter(key -> !known.keys().contains(key) && FOREIGN.stream().noneMatch(key::startsWith))
                .forEach(key -> LOG.log(
                        Level.WARNING,
                        () -> known.pid() + ".cfg " + key + ": "
                                + LocalizedMessage.of(OperatorSettings.class, "unknown-key")
                                        .forLog()));
        listeners.forEach(Runnable::run);
    }

    private static Map<String, String> texts(Dictionary<String, ?> properties) {
        Map<String, String> texts = new HashMap<>();
        if (properties != null) {
            Collections.list(properties.keys())
                    .forEach(key -> texts.put(key, properties.get(key).toString()));
        }
        return texts;
    }

    @Override
    public final ObjectClassDefinition getObjectClassDefinition(String id, String locale) {
        return known.definition(locale == null ? Locale.getDefault() : Locale.forLanguageTag(locale.replace('_', '-')));
    }

    @Override
    public final String[] getLocales() {
        return Stream.of(LocalizedMessage.CHINESE, Locale.ENGLISH)
                .map(Locale::toString)
                .toArray(String[]::new);
    }
}
