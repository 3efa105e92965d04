namespace Marketplace.Matching.Geo;

/// <summary>A point on the globe, kept in the form in which distances are computed.</summary>
public readonly struct GeoPoint
{
    private const double EarthRadiusKm = 6371.0088;

    private readonly double _latitude, _longitude, _cosLatitude;

    /// <summary>Makes a point from WGS84 degrees.</summary>
    public GeoPoint(double latitude, double longitude)
    {
        _latitude = latitude * Math.PI / 180;
        _longitude = longitude * Math.PI / 180;
        _cosLatitude = Math.Cos(_latitude);
    }

    /// <summary>Great-circle distance in km (haversine).</summary>
    public double KmTo(in GeoPoint other)
    {
        var sinLatitude = Math.Sin((other._latitude - _latitude) / 2);
        var sinLongitude = Math.Sin((other._longitude - _longitude) / 2);
        var h = sinLatitude * sinLatitude + _cosLatitude * other._cosLatitude * sinLongitude * sinLongitude;
        return 2 * EarthRadiusKm * Math.Asin(Math.Sqrt(Math.Min(1, h)));
    }
}
