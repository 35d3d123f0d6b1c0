"""read_export.py FOLDER: reads an export of coco, yolo, voc and masks with numpy and OpenCV alone.

Prints by how many pixels coco and yolo differ from the masks, and how many of coco's pixels lie outside voc's boxes.
"""
import json
import pathlib
import sys
import xml.etree.ElementTree as xml

try:
    import cv2
    import numpy as np
except ImportError:
    sys.exit(77)

folder = pathlib.Path(sys.argv[1])
coco = json.loads((folder / "coco.json").read_text(encoding="utf-8"))
part_of = {c["name"]: c["supercategory"] for c in coco["categories"]}
name_of = {c["id"]: c["name"] for c in coco["categories"]}
yolo_names = [line.split(": ")[1] for line in (folder / "data.yaml").read_text().splitlines() if line[:2] == "  "]


def fill(ring, height, width):
    """Pixels whose centre lies inside, by the even-odd rule."""
    y, x = np.mgrid[0:height, 0:width] + 0.5
    inside = np.zeros((height, width), bool)
    for (ax, ay), (bx, by) in zip(ring, np.roll(ring, -1, axis=0)):
        if ay != by:
            inside ^= ((ay > y) != (by > y)) & (x >= ax + (y - ay) * (bx - ax) / (by - ay))
    return inside


def coco_mask(segmentation, height, width):
    if isinstance(segmentation, dict):
        counts = segmentation["counts"]
        runs = np.repeat(np.arange(len(counts)) % 2, counts)
        return runs.reshape(segmentation["size"], order="F").astype(bool)
    return np.any([fill(np.reshape(p, (-1, 2)), height, width) for p in segmentation], axis=0)


def painted(shapes, height, width):
    label = np.zeros((height, width), np.uint8)
    for value, part in ((2, "top"), (3, "bottom"), (4, "dress"), (1, "outer")):
        for name, mask in shapes:
            if part_of[name] == part:
                label[mask] = value
    return label


differing = {"photos": 0, "coco": 0, "yolo": 0, "outside_voc": 0}
for image in coco["images"]:
    stem = pathlib.Path(image["file_name"]).stem
    height, width = image["height"], image["width"]
    truth = cv2.imread(str(folder / (stem + ".png")), cv2.IMREAD_UNCHANGED)
    own = [a for a in coco["annotations"] if a["image_id"] == image["id"]]
    masks = [(name_of[a["category_id"]], coco_mask(a["segmentation"], height, width)) for a in own]
    for annotation, (_, mask) in zip(own, masks):
        assert annotation["area"] == mask.sum(), (stem, annotation["area"], mask.sum())
    differing["photos"] += 1
    differing["coco"] += int((painted(masks, height, width) != truth).sum())
    lines = [line.split() for line in (folder / "labels" / (stem + ".txt")).read_text().splitlines()]
    rings = [(yolo_names[int(w[0])], np.reshape([float(n) for n in w[1:]], (-1, 2)) * (width, height)) for w in lines]
    shapes = [(name, fill(ring, height, width)) for name, ring in rings]
    differing["yolo"] += int((painted(shapes, height, width) != truth).sum())
    for box, (name, mask) in zip(xml.parse(folder / (stem + ".xml")).getroot().iter("bndbox"), masks):
        left, top, right, bottom = (int(box.find(tag).text) for tag in ("xmin", "ymin", "xmax", "ymax"))
        assert 1 <= left <= right <= width and 1 <= top <= bottom <= height, (stem, left, top, right, bottom)
        outside = mask.copy()
        outside[top - 1 : bottom, left - 1 : right] = False
        differing["outside_voc"] += int(outside.sum())
print(json.dumps(differing))
