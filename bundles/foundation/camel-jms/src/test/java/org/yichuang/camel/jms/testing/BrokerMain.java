package org.yichuang.camel.jms.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.FileDeploymentManager;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.config.impl.FileConfiguration;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;

/**
 * An Artemis in a process of its own: port, folder, a file of its own kind, whose queues and diverts it has, and a
 * folder of what makes it a secured one are its arguments.
 */
public final class BrokerMain {
    /** What it says when it can be reached. */
    static final String UP = "BROKER UP";

    private BrokerMain() {}

    public static void main(String[] arguments) throws Exception {
        Path data = Path.of(arguments[1]);
        Configuration configuration = new ConfigurationImpl()
                .setPersistenceEnabled(true)
                .setSecurityEnabled(!arguments[3].isEmpty())
                .setJournalType(JournalType.NIO)
                .setJournalDirectory(data.resolve("journal").toString())
                .setBindingsDirectory(data.resolve("bindings").toString())
                .setPagingDirectory(data.resolve("paging").toString())
                .setLargeMessagesDirectory(data.resolve("large").toString());
        EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
        if (arguments[3].isEmpty()) {
            configuration.addAcceptorConfiguration("tcp", "tcp://127.0.0.1:" + arguments[0] + "?protocols=CORE");
        }
        if (arguments[2].isEmpty()) {
            configuration.addAddressSetting("#", usual());
        } else {
            FileConfiguration example = read(arguments[2]);
            example.getAddressSettings().forEach(configuration::addAddressSetting);
            example.getDivertConfigurations().forEach(configuration::addDivertConfiguration);
            example.getAddressConfigurations().forEach(configuration::addAddressConfiguration);
            if (!arguments[3].isEmpty()) {
                example.getSecurityRoles().forEach(configuration::putSecurityRoles);
                configuration.setPopulateValidatedUser(example.isPopulateValidatedUser());
                secure(configuration, broker, example, Path.of(arguments[3]), arguments[0]);
            }
        }
        broker.setConfiguration(configuration);
        broker.start();
        System.out.println(UP);
        System.in.read(); // until its parent goes
        System.exit(0);
    }

    /** The acceptor of the file, but for what each installation has of its own: place, stores and passwords. */
    private static void secure(
            Configuration configuration, EmbeddedActiveMQ broker, FileConfiguration example, Path stores, String port)
            throws IOException {
        String password = Files.readString(stores.resolve("password")).strip();
        for (TransportConfiguration each : example.getAcceptorConfigurations()) {
            Map<String, Object> parameters = new HashMap<>(each.getParams());
            parameters.put("host", "127.0.0.1");
            parameters.put("port", port);
            parameters.put("keyStorePath", stores.resolve("broker.p12").toString());
            parameters.put("keyStorePassword", password);
            parameters.put("trustStorePath", stores.resolve("broker-trusts.p12").toString());
            parameters.put("trustStorePassword", password);
            configuration.addAcceptorConfiguration(new TransportConfiguration(
                    each.getFactoryClassName(), parameters, each.getName(), each.getExtraParams()));
        }
        SecurityConfiguration users = new SecurityConfiguration();
        for (String line : Files.readAllLines(stores.resolve("users"))) {
            String[] user = line.split(" ");
            users.addUser(user[0], user[1]);
            users.addRole(user[0], user[2]);
        }
        broker.setSecurityManager(new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), users));
    }

    private static AddressSettings usual() {
        return new AddressSettings()
                .setRedeliveryDelay(100)
                .setMaxDeliveryAttempts(6)
                .setDeadLetterAddress(SimpleString.of("dead"))
                .setAutoCreateDeadLetterResources(true)
                .setDefaultAddressRoutingType(RoutingType.ANYCAST);
    }

    private static FileConfiguration read(String example) throws Exception {
        FileConfiguration read = new FileConfiguration();
        FileDeploymentManager reader =
                new FileDeploymentManager(Path.of(example).toUri().toString());
        reader.addDeployable(read);
        reader.readConfiguration();
        return read;
    }
}
