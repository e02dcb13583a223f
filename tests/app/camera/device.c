/* A camera as GStreamer knows one: WebKit finds it among the devices. Its pictures come over TCP, from
 * whoever listens on the port in FILM_PORT; the connection lasts for as long as the camera is on. */
#include <gst/gst.h>

#define PACKAGE "hmskort"

typedef GstDevice Camera;
typedef GstDeviceClass CameraClass;
G_DEFINE_TYPE(Camera, camera, GST_TYPE_DEVICE)

static GstElement *camera_open(GstDevice *camera, const gchar *name) {
  g_autofree gchar *bin = g_strdup_printf(
      "tcpclientsrc host=127.0.0.1 port=%s do-timestamp=true ! "
      "rawvideoparse format=i420 width=1280 height=720 framerate=10/1",
      g_getenv("FILM_PORT"));
  return gst_parse_bin_from_description(bin, TRUE, NULL);
}

static void camera_class_init(CameraClass *class) { class->create_element = camera_open; }
static void camera_init(Camera *camera) {}

typedef GstDeviceProvider Cameras;
typedef GstDeviceProviderClass CamerasClass;
G_DEFINE_TYPE(Cameras, cameras, GST_TYPE_DEVICE_PROVIDER)

static GList *cameras_probe(GstDeviceProvider *cameras) {
  g_autoptr(GstCaps) caps = gst_caps_from_string(
      "video/x-raw, format=I420, width=1280, height=720, framerate=10/1");
  return g_list_append(NULL, g_object_new(camera_get_type(), "display-name", "Test camera", "device-class",
                                          "Video/Source", "caps", caps, NULL));
}

static void cameras_class_init(CamerasClass *class) {
  class->probe = cameras_probe;
  gst_device_provider_class_set_static_metadata(class, "Test camera", "Video/Source", "For tests", "hmskort");
}
static void cameras_init(Cameras *cameras) {}

static gboolean load(GstPlugin *plugin) {
  return gst_device_provider_register(plugin, "testcameras", GST_RANK_PRIMARY, cameras_get_type());
}

GST_PLUGIN_DEFINE(GST_VERSION_MAJOR, GST_VERSION_MINOR, testcamera, "A camera for tests", load, "1",
                  GST_LICENSE_UNKNOWN, PACKAGE, "https://example.org")
