package org.yichuang.shell.internal.commands;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.yichuang.shell.internal.desks.Services;
import org.yichuang.shell.internal.doctor.Settings;

/** Settings as ConfigurationAdmin has them; asking creates none. */
final class OsgiSettings implements Settings {
    private final Services services;

    OsgiSettings(Services services) {
        this.services = services;
    }

    @Override
    public Optional<String> value(String pid, String key) {
        return services.find(ConfigurationAdmin.class)
                .flatMap(admin -> find(admin, pid))
                .map(configuration -> configuration.getProperties().get(key))
                .map(Objects::toString);
    }

    private static Optional<Configuration> find(ConfigurationAdmin admin, String pid) {
        try {
            Configuration[] found = admin.listConfigurations("(service.pid=" + pid + ")");
            return found == null ? Optional.empty() : Optional.of(found[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InvalidSyntaxException e) {
            throw new IllegalArgumentException(pid, e);
        }
    }
}
