/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.stream;

import java.beans.PropertyChangeListener;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.jitsi.service.configuration.ConfigVetoableChangeListener;
import org.jitsi.service.configuration.ConfigurationService;
import org.jitsi.service.neomedia.codec.Constants;

/**
 * libjitsi's settings, in memory alone: its own service keeps them in the user's home, where two workstations would
 * meet. libjitsi makes the instance, by the name of this class; nobody listens, for nothing changes.
 */
@NonNullByDefault({})
public final class MemoryConfiguration implements ConfigurationService {

    private final Map<String, Object> properties = new ConcurrentHashMap<>();

    public MemoryConfiguration() {
        properties.put(Constants.PROP_OPUS_FEC, true);
        // The far side's jitter buffer and ours take a stream that never pauses better.
        properties.put(Constants.PROP_OPUS_DTX, false);
        properties.put("net.java.sip.communicator.impl.neomedia.audiosystem.DISABLED", true);
        properties.put("net.java.sip.communicator.service.media.DISABLE_VIDEO_SUPPORT", true);
    }

    @Override
    public void setProperty(String name, @Nullable Object value) {
        if (value == null) {
            properties.remove(name);
        } else {
            properties.put(name, value);
        }
    }

    @Override
    public void setProperty(String name, @Nullable Object value, boolean isSystem) {
        setProperty(name, value);
    }

    @Override
    public void setProperties(Map<String, Object> values) {
        properties.putAll(values);
    }

    @Override
    public @Nullable Object getProperty(String name) {
        Object value = properties.get(name);
        return value != null ? value : System.getProperty(name);
    }

    @Override
    public void removeProperty(String name) {
        properties.remove(name);
    }

    @Override
    public List<String> getAllPropertyNames() {
        return List.copyOf(properties.keySet());
    }

    @Override
    public List<String> getPropertyNamesByPrefix(String prefix, boolean exact) {
        return properties.keySet().stream()
                .filter(name -> exact
                        ? name.startsWith(prefix + '.') && name.lastIndexOf('.') == prefix.length()
                        : name.startsWith(prefix))
                .toList();
    }

    @Override
    public List<String> getPropertyNamesBySuffix(String suffix) {
        return properties.keySet().stream()
                .filter(name -> name.endsWith('.' + suffix))
                .toList();
    }

    @Override
    public @Nullable String getString(String name) {
        Object value = getProperty(name);
        return value == null ? null : value.toString().trim();
    }

    @Override
    public @Nullable String getString(String name, @Nullable String otherwise) {
        String value = getString(name);
        return value == null || value.isEmpty() ? otherwise : value;
    }

    @Override
    public boolean getBoolean(String name, boolean otherwise) {
        String value = getString(name, null);
        return value == null ? otherwise : Boolean.parseBoolean(value);
    }

    @Override
    public int getInt(String name, int otherwise) {
        return (int) getLong(name, otherwise);
    }

    @Override
    public double getDouble(String name, double otherwise) {
        String value = getString(name, null);
        try {
            return value == null ? otherwise : Double.parseDouble(value);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    @Override
    public long getLong(String name, long otherwise) {
        String value = getString(name, null);
        try {
            return value == null ? otherwise : Long.parseLong(value);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    @Override
    public void addPropertyChangeListener(PropertyChangeListener listener) {}

    @Override
    public void removePropertyChangeListener(PropertyChangeListener listener) {}

    @Override
    public void addPropertyChangeListener(String name, PropertyChangeListener listener) {}

    @Override
    public void removePropertyChangeListener(String name, PropertyChangeListener listener) {}

    @Override
    public void addVetoableChangeListener(ConfigVetoableChangeListener listener) {}

    @Override
    public void removeVetoableChangeListener(ConfigVetoableChangeListener listener) {}

    @Override
    public void addVetoableChangeListener(String name, ConfigVetoableChangeListener listener) {}

    @Override
    public void removeVetoableChangeListener(String name, ConfigVetoableChangeListener listener) {}

    @Override
    public void storeConfiguration() {}

    @Override
    public void reloadConfiguration() {}

    @Override
    public void purgeStoredConfiguration() {}

    @Override
    public void logConfigurationProperties(String excluded) {}

    @Override
    public String getScHomeDirName() {
        return "centralino";
    }

    @Override
    public String getScHomeDirLocation() {
        return System.getProperty("java.io.tmpdir", ".");
    }

    @Override
    public String getConfigurationFilename() {
        return "none";
    }
}
