package io.kubilitics.gateway.bundle.text;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.ObjectCodec;
import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactoryBuilder;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.Reader;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.events.NodeEvent;

/** YAML whose texts and numbers tell their anchors too; Jackson tells those of lists and maps only. */
final class AnchoredYaml extends YAMLParser {

    private AnchoredYaml(
            IOContext context, int features, int ownFeatures, LoaderOptions options, ObjectCodec codec, Reader text) {
        super(context, features, ownFeatures, options, codec, text);
    }

    /** The name that an alias would use for the value that begins here. */
    @Nullable
    String anchor() {
        return _lastEvent instanceof NodeEvent node ? node.getAnchor() : null;
    }

    /** Makes them. */
    static final class Factory extends YAMLFactory {

        private static final long serialVersionUID = 1L;

        Factory(YAMLFactoryBuilder builder) {
            super(builder);
        }

        @Override
        protected YAMLParser _createParser(Reader text, IOContext context) {
            return new AnchoredYaml(context, _parserFeatures, _yamlParserFeatures, _loaderOptions, _objectCodec, text);
        }
    }

    static @Nullable String anchor(JsonParser parser) {
        return parser instanceof AnchoredYaml yaml ? yaml.anchor() : null;
    }
}
