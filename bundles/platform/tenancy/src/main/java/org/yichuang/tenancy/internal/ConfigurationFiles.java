package org.yichuang.tenancy.internal;

import java.io.IOException;
import java.util.Dictionary;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ProblemException;

/** Changes configurations for good: Configuration Admin keeps them, and the container writes the file they came from. */
public class ConfigurationFiles {
    private final ConfigurationAdmin admin;

    public ConfigurationFiles(ConfigurationAdmin admin) {
        this.admin = admin;
    }

    void set(String pid, String key, String value) {
        try {
            Configuration configuration = admin.getConfiguration(pid, "?");
            Dictionary<String, Object> properties = configuration.getProperties();
            properties.put(key, value);
            configuration.update(properties);
        } catch (IOException e) {
            ProblemException problem = new ProblemException(
                    CommonError.UNAVAILABLE, "配置无法保存，请检查磁盘", "The configuration cannot be written: look at the disk");
            problem.initCause(e);
            throw problem;
        }
    }
}
