/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
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
 * SVG icons in the theme's colours, sharp at every zoom: the template's {@code currentColor} and size are filled in, so
 * that SWT draws the vectors at the pixels of the screen. One for each display; display thread only.
 */
public final class Icons {

    private static final Logger LOG = LoggerFactory.getLogger(Icons.class);
    private static final String KEY = Icons.class.getName();
    private static final String GRID = "width=\"24\" height=\"24\"";

    private record Look(String url, RGB color, int size) {}

    private final Display display;
    private final Map<Look, @Nullable Image> images = new HashMap<>();
    private final Map<String, @Nullable String> templates = new HashMap<>();

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
     * The icon in a colour, {@code size} pixels at 100 %; not to be disposed.
     *
     * @param svg an SVG of 24 by 24 that draws in {@code currentColor}; null where there is none
     * @return null when it cannot be read, which is logged
     */
    public @Nullable Image image(@Nullable URL svg, Color color, int size) {
        if (svg == null) {
            return null;
        }
        return images.computeIfAbsent(new Look(svg.toExternalForm(), color.getRGB(), size), look -> load(svg, look));
    }

    /** Draws the icon with its upper left corner at {@code x}, {@code y}; nothing when it cannot be read. */
    public void draw(GC gc, @Nullable URL svg, Color color, int size, int x, int y) {
        Image image = image(svg, color, size);
        if (image != null) {
            gc.drawImage(image, x, y);
        }
    }

    private @Nullable Image load(URL svg, Look look) {
        try {
            String template = templates.get(look.url);
            if (template == null) {
                try (InputStream in = svg.openStream()) {
                    template = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                }
                templates.put(look.url, template);
            }
            String text = template;
            render(text, look.color, look.size); // tells now, not while painting, that it cannot be read
            return new Image(display, (int zoom) -> render(text, look.color, Math.round(look.size * zoom / 100f)));
        } catch (IOException | SWTException e) {
            LOG.warn("Icon {} cannot be read: {}", look.url, e.toString());
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
