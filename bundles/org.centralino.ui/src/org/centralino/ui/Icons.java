/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.centralino.ui.internal.VectorIcon;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Display;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * SVG icons in the theme's colours, sharp at every zoom. Ours are drawn as vectors; for one that holds more than
 * {@link VectorIcon} knows, {@code currentColor} and size are filled in and SWT renders it at the pixels of the screen. One for each display; display thread only.
 */
public final class Icons {

    private static final Logger LOG = LoggerFactory.getLogger(Icons.class);
    private static final String KEY = Icons.class.getName();
    private static final String GRID = "width=\"24\" height=\"24\"";

    private record Look(String template, RGB color, int size) {}

    private final Display display;
    private final Map<Look, @Nullable Image> images = new HashMap<>();
    private final Map<String, String> templates = new HashMap<>();
    private final Map<String, Optional<VectorIcon>> vectors = new HashMap<>();

    private Icons(Display display) {
        this.display = display;
        display.disposeExec(() -> images.values().forEach(image -> {
            if (image != null) {
                image.dispose();
            }
        }));
    }

    /** The icons of a display. */
    public static Icons of(Display display) {
        if (display.getData(KEY) instanceof Icons icons) {
            return icons;
        }
        Icons icons = new Icons(display);
        display.setData(KEY, icons);
        return icons;
    }

    /**
     * Draws the icon with its upper left corner at {@code x}, {@code y}; nothing when it cannot be read, which is logged.
     *
     * @param svg an SVG of 24 by 24 that draws in {@code currentColor}; null where there is none
     * @param size pixels at 100 %
     */
    public void draw(GC gc, @Nullable URL svg, Color color, int size, int x, int y) {
        if (svg == null) {
            return;
        }
        String template = templates.computeIfAbsent(svg.toExternalForm(), url -> read(svg));
        Optional<VectorIcon> vector = vectors.computeIfAbsent(template, VectorIcon::parse);
        if (vector.isPresent()) {
            vector.get().draw(gc, color, size, x, y);
        } else if (!template.isEmpty()) {
            Image image = images.computeIfAbsent(new Look(template, color.getRGB(), size), this::render);
            if (image != null) {
                gc.drawImage(image, x, y);
            }
        }
    }

    private static String read(URL svg) {
        try (InputStream in = svg.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            LOG.warn("Icon {} cannot be read: {}", svg, e.toString());
            return "";
        }
    }

    private @Nullable Image render(Look look) {
        try {
            render(look.template, look.color, look.size); // tells now, not while painting, that it cannot be drawn
            return new Image(
                    display, (int zoom) -> render(look.template, look.color, Math.round(look.size * zoom / 100f)));
        } catch (SWTException e) {
            LOG.warn("An icon cannot be drawn: {}", look.template, e);
            return null;
        }
    }

    private static ImageData render(String template, RGB color, int pixels) {
        String hex = String.format("#%02x%02x%02x", color.red, color.green, color.blue);
        String svg = template.replace("currentColor", hex)
                .replace(GRID, "width=\"" + pixels + "\" height=\"" + pixels + "\"");
        return new ImageData(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }
}
